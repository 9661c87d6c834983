import { Formik } from 'formik';
import { createClient, setFormErrors } from 'nestjs-errors/client';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

/**
 * Shows a form of Formik, submits it to an API that refuses its fields, and tells what it shows.
 * @param {string} url
 */
export async function submitFormik(url) {
  const api = createClient({ baseUrl: url });
  const root = document.body.appendChild(document.createElement('main'));
  const save = async (values, formik) => {
    try {
      await api.post('/invalid-order', values);
    } catch (error) {
      setFormErrors(error, (name, { message }) => formik.setFieldError(name, message));
    }
    formik.setSubmitting(false);
  };
  const onSubmit = (values, formik) => void save(values, formik);
  const showForm = ({ errors, submitForm, isSubmitting, submitCount }) =>
    createElement(
      'form',
      null,
      createElement('button', { type: 'button', onClick: submitForm }),
      createElement('output', null, submitCount && !isSubmitting ? JSON.stringify(errors) : ''),
    );
  createRoot(root).render(
    createElement(
      Formik,
      { initialValues: { name: '', items: [{ price: -1 }] }, onSubmit },
      showForm,
    ),
  );
  const shown = async (selector, isReady) => {
    for (;;) {
      const element = root.querySelector(selector);
      if (element && isReady(element)) return element;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  (await shown('button', () => true)).click();
  return JSON.parse((await shown('output', (output) => output.textContent)).textContent);
}
